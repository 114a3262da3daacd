using System.Collections.Frozen;

namespace SafetyAnalytics.Linking.Units;

/// <summary>
/// What two hands write for one character: traditional forms, and characters that sound or look alike (别字). Facts of the language, written down from general knowledge
/// for the words that names of shops and roads are made of; not a dictionary.
/// </summary>
internal static class ChineseVariants
{
    // Pairs: traditional or variant form, then the one of today.
    private const string Simpler =
        "餐餐館馆舘馆飯饭麵面麪面麺面廳厅廠厂廣广場场門门東东車车長长區区號号樓楼層层棟栋舖铺鋪铺櫃柜檔档攤摊號号灣湾溝沟橋桥鐵铁鋼钢銀银錢钱鎮镇鄉乡縣县" +
        "國国華华漢汉興兴龍龙鳳凤馬马鳥鸟魚鱼漁渔雞鸡鴨鸭鵝鹅豬猪貓猫獅狮驢驴麗丽麥麦點点黨党齊齐齋斋齒齿藝艺術术藥药醫医診诊療疗療疗學学習习書书畫画筆笔" +
        "紙纸紅红綠绿藍蓝黃黄純纯絲丝線线網网織织綢绸緣缘練练縫缝纖纤經经營营業业際际陽阳陰阴陳陈陸陆隊队階阶險险雙双雜杂難难電电雲云靈灵靜静韓韩順顺頂顶" +
        "項项預预領领頭头顏颜願愿類类風风飛飞養养館馆驛驿騰腾驗验髮发發发鬆松鬧闹鬥斗閣阁閩闽關关開开間间聞闻聯联聖圣聲声職职聽听肅肃腦脑臺台檯台颱台萬万與与" +
        "專专業业豐丰臨临為为麼么義义樂乐喬乔習习鄉乡買买賣卖亂乱爭争於于虧亏雲云亞亚產产畝亩親亲億亿僅仅從从倉仓儀仪們们價价眾众優优會会偉伟傳传傷伤倫伦偽伪" +
        "體体備备傢家傑杰傘伞儲储兒儿蘭兰關关興兴養养獸兽寫写軍军農农馮冯沖冲決决況况凍冻淨净準准涼凉減减湊凑幾几憑凭凱凯擊击劉刘則则剛刚創创刪删別别劍剑劑剂" +
        "勸劝辦办務务動动勵励勁劲勞劳勢势勝胜匯汇衛卫協协單单賣卖盧卢鹵卤臥卧衛卫廠厂廳厅曆历歷历厲厉壓压厭厌廁厕廂厢廈厦廚厨縣县參参雙双變变敘叙葉叶號号嘆叹" +
        "後后嚇吓嗎吗啟启吳吴員员嗚呜詠咏響响啞哑嘩哗喚唤嘗尝噴喷園园圍围圖图圓圆聖圣場场壞坏塊块堅坚壇坛壩坝墳坟墜坠壘垒墊垫塵尘牆墙壯壮聲声殼壳壺壶處处備备" +
        "復复夠够頭头誇夸夾夹奪夺奮奋奧奥婦妇媽妈嬌娇孫孙學学寧宁寶宝實实寵宠審审憲宪宮宫寬宽賓宾寢寝對对尋寻導导壽寿將将爾尔塵尘嘗尝堯尧屆届屍尸屬属屢屡嶼屿" +
        "歲岁豈岂崗岗島岛嶺岭峽峡嶄崭鞏巩幣币帥帅師师帳帐簾帘幟帜帶带幫帮庫库應应慶庆廟庙龐庞廢废開开異异棄弃張张彌弥彎弯彈弹強强歸归當当錄录徹彻徑径禦御憶忆" +
        "懷怀態态憐怜總总戀恋懇恳惡恶慣惯愛爱憂忧慮虑戲戏戰战戶户擴扩掃扫揚扬擾扰撫抚搶抢護护報报擔担擬拟攏拢揀拣擁拥攔拦擇择掛挂撥拨擋挡據据擠挤揮挥損损撿捡換换" +
        "搗捣撲扑敵敌數数斬斩斷断無无舊旧時时曠旷暢畅曉晓暈晕晝昼顯显晉晋曬晒術术樸朴機机殺杀權权條条來来楊杨極极構构槍枪楓枫櫃柜檸柠標标欄栏樹树棧栈樣样橋桥檔档" +
        "樁桩夢梦檢检橢椭櫻樱歐欧歡欢殘残毀毁畢毕氣气氫氢漢汉湯汤溝沟沒没淪沦滄沧滬沪濘泞淚泪瀉泻潑泼澤泽潔洁灑洒淺浅漿浆澆浇濁浊測测濟济瀏浏渾浑濃浓濤涛澇涝渦涡" +
        "潤润澗涧漲涨澀涩淵渊漁渔滲渗溫温灣湾濕湿滅灭燈灯爐炉煙烟煩烦燒烧燙烫熱热煉炼爍烁愛爱爺爷牽牵犧牺狀状猶犹狹狭獎奖獨独獄狱獵猎瑪玛環环現现瑤瑶瓊琼電电畫画" +
        "療疗瘋疯癢痒盡尽監监蓋盖盤盘礦矿碼码磚砖礎础確确禮礼禍祸離离種种積积稱称穩稳窮穷竊窃競竞筆笔築筑簽签簡简籃篮籬篱糧粮糞粪緊紧紡纺紋纹緒绪績绩繩绳繪绘給给絡络" +
        "統统綜综維维綿绵緝缉縱纵罷罢羅罗罰罚職职腸肠膚肤臉脸膽胆腳脚脫脱膠胶艷艳節节蘇苏蘋苹範范荊荆薦荐莊庄蓮莲萊莱蔣蒋薩萨蕭萧蟲虫蝦虾蠶蚕蠟蜡補补襯衬裝装襪袜製制" +
        "複复見见觀观規规視视覺觉觸触計计訂订訊讯記记許许論论設设訪访證证評评詞词試试詩诗話话該该語语誠诚說说請请諾诺課课調调談谈謝谢譚谭護护讀读豬猪貝贝財财貨货貿贸費费" +
        "賀贺賢贤質质賬账趙赵躍跃軌轨軟软轉转輪轮輝辉輕轻載载輔辅輛辆輸输邊边達达遷迁過过運运還还進进遠远連连遲迟選选鄧邓鄭郑鄰邻釀酿鈴铃鉛铅銅铜銘铭鋒锋錦锦鍋锅鍾钟鐘钟" +
        "鎖锁鑫鑫鑽钻長长閃闪閉闭閱阅闆板陣阵隱隐隨随霧雾韻韵飄飘飲饮餅饼餃饺館馆饅馒騎骑驕骄鮮鲜鯉鲤鴻鸿鵬鹏鷹鹰鹽盐黴霉齡龄歺餐亍街氿酒闫阎囍喜玖九";

    private const string Alike =
        "记纪计 园圆元缘源苑院员 鑫新欣馨心芯 龙隆 福富服 嘉佳家加 利丽力莉立 兴星 祥翔 瑞锐睿 宏鸿洪红弘虹 华花 明铭名 金锦 百佰 江姜 坊房方芳 阁格 轩宣 渔鱼于 旺望 顺舜 昌常 " +
        "诚成城程 盛胜圣晟 和合禾河 平萍苹坪 雅亚 美梅 香湘 聚居 阳洋杨扬 张章 李里理 王汪 吴武 徐许 朱珠 胡湖 林琳霖 郭国 永勇 茂贸 磁瓷 麻蔴 火伙 堂糖 桥乔 沙砂 汇惠慧 友有又 " +
        "栈站 宾滨 蓝兰岚 峰锋丰风 清青轻 启起 辰晨 溪西 氏式 食石 吉集 意义 玉裕钰 悦月 馆管 店点 宴晏 晓小 老佬 巴吧 渝俞 鲜仙 幺么 未末 己已 土士 自白 日曰 大太 木本 天夫 令今 千干 " +
        "贝见 人入 田由 候侯 撒撤 茶荼 枝技 坡披 板版 蜀属 串川 锅郭 豆逗 面免 客容 麦卖 餐参 药约 阿啊 凤风 曼漫 莱来 唐堂 欢环 伟炜 俊骏 杰洁 静靖 娜那 强墙 超朝 燕艳 波博 海诲 斌彬 涛滔 辉晖";

    private static readonly FrozenDictionary<char, char> s_simpler = Pairs().ToFrozenDictionary();

    private static readonly FrozenSet<uint> s_alike = Alike.Split(' ').SelectMany(group => group.SelectMany(a => group.Where(b => b != a).Select(b => Pair(a, b)))).ToFrozenSet();

    /// <summary>The text with today's characters; itself when it holds no other.</summary>
    public static string Simplify(string text)
    {
        if (!text.Any(s_simpler.ContainsKey)) return text;
        return string.Create(text.Length, text, (span, from) =>
        {
            for (var i = 0; i < span.Length; i++) span[i] = s_simpler.GetValueOrDefault(from[i], from[i]);
        });
    }

    /// <summary>Whether one is easily written for the other.</summary>
    public static bool AreAlike(char a, char b) => s_alike.Contains(Pair(a, b));

    public static bool IsChinese(char c) => c is >= '\u3400' and <= '\u9fff';

    private static uint Pair(char a, char b) => ((uint)a << 16) | b;

    private static Dictionary<char, char> Pairs()
    {
        var pairs = new Dictionary<char, char>();
        for (var i = 0; i + 1 < Simpler.Length; i += 2)
        {
            if (Simpler[i] != Simpler[i + 1]) pairs[Simpler[i]] = Simpler[i + 1];
        }

        return pairs;
    }
}
